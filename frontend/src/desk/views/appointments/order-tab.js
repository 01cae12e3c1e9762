/** The time agreed for a visit, and the free times that could be instead. */
export default {
  value: 'appointments',
  order: 25,
  title: 'appointments.tab',
  need: 'appointments:view',
  component: () => import('./OfMatter.vue'),
}
