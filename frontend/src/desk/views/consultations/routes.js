export default [
  {
    path: '/consultations',
    name: 'consultations',
    component: () => import('./ConsultationsPage.vue'),
    meta: {
      title: 'consultations.title',
      need: 'consultations:view',
      nav: { group: 'intake', order: 25, go: 'A', icon: 'clock' },
    },
  },
  {
    path: '/consultations/:id',
    name: 'consultation',
    component: () => import('./ConsultationsPage.vue'),
    meta: { title: 'consultations.title', need: 'consultations:view' },
  },
]
