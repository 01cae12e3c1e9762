export default [
  {
    path: '/webhooks',
    name: 'webhooks',
    component: () => import('./WebhooksPage.vue'),
    meta: {
      title: 'webhooks.title',
      need: 'webhooks:view',
      nav: { group: 'support', order: 91, icon: 'bell' },
    },
  },
  {
    path: '/webhooks/new',
    name: 'new-webhook',
    component: () => import('./WebhookForm.vue'),
    meta: { title: 'webhooks.register', need: 'webhooks:create' },
  },
  {
    path: '/webhooks/:id',
    name: 'webhook',
    component: () => import('./WebhookPage.vue'),
    meta: { title: 'webhooks.one', need: 'webhooks:view' },
  },
  {
    path: '/webhooks/:id/change',
    name: 'change-webhook',
    component: () => import('./WebhookForm.vue'),
    meta: { title: 'webhooks.change', need: 'webhooks:edit' },
  },
  {
    path: '/webhook-deliveries/:id',
    name: 'webhook-delivery',
    component: () => import('./DeliveryPage.vue'),
    meta: { title: 'webhooks.delivery', need: 'webhooks:view' },
  },
]
