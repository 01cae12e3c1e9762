export default [
  {
    path: '/jobs/:id/forms/:template',
    name: 'job-form',
    component: () => import('./FormPage.vue'),
    meta: { title: 'job_forms.title' },
  },
]
