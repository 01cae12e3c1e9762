export default [
  {
    path: '/api-clients',
    name: 'api-clients',
    component: () => import('./ClientsPage.vue'),
    meta: {
      title: 'clients.title',
      need: 'api-clients:view',
      nav: { group: 'support', order: 90, icon: 'network' },
    },
  },
  {
    path: '/api-clients/new',
    name: 'new-api-client',
    component: () => import('./ClientForm.vue'),
    meta: { title: 'clients.register', need: 'api-clients:create' },
  },
  {
    path: '/api-clients/:id',
    name: 'api-client',
    component: () => import('./ClientPage.vue'),
    meta: { title: 'clients.one', need: 'api-clients:view' },
  },
  {
    path: '/api-clients/:id/change',
    name: 'change-api-client',
    component: () => import('./ClientForm.vue'),
    meta: { title: 'clients.change', need: 'api-clients:edit' },
  },
]
