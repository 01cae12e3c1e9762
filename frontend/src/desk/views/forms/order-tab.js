/** The checklists of a visit, before leaving and on site. */
export default {
  value: 'forms',
  order: 15,
  title: 'papers.checklists',
  need: 'entries:view',
  component: () => import('./OrderForms.vue'),
}
