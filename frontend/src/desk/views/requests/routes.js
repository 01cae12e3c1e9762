export default [
  {
    path: '/service-requests',
    name: 'requests',
    component: () => import('./RequestsPage.vue'),
    meta: {
      title: 'cases.queue',
      need: 'service-requests:view',
      nav: { group: 'intake', order: 11, go: 'Q', icon: 'list' },
    },
  },
  {
    path: '/service-requests/:id',
    name: 'request',
    component: () => import('./CasePage.vue'),
    meta: { title: 'cases.case', need: 'service-requests:view' },
  },
]
