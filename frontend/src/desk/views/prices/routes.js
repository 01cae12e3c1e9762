export default [
  {
    path: '/price-lists',
    name: 'price-lists',
    component: () => import('./PriceListsPage.vue'),
    meta: {
      title: 'prices.title',
      need: 'price-lists:view',
      nav: { group: 'support', order: 41, go: 'J', icon: 'list' },
    },
  },
  {
    path: '/price-lists/:id',
    name: 'price-list',
    component: () => import('./PriceListPage.vue'),
    meta: { title: 'prices.list', need: 'price-lists:view' },
  },
]
