/** What was agreed with the customer of a case: at the counter, by telephone, and each visit. */
export default {
  value: 'appointments',
  order: 25,
  title: 'appointments.tab',
  need: 'appointments:view',
  component: () => import('./OfMatter.vue'),
}
