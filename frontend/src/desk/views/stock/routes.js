export default [
  {
    path: '/stock',
    name: 'stock',
    component: () => import('./StockPage.vue'),
    meta: {
      title: 'stock.title',
      need: 'stock:view',
      startFor: ['parts_specialist'],
      nav: { group: 'support', order: 55, go: 'P', icon: 'box' },
    },
  },
  {
    path: '/parts',
    name: 'parts',
    component: () => import('./PartsPage.vue'),
    meta: { title: 'stock.catalogue', need: 'parts:view' },
  },
  {
    path: '/parts/:id',
    name: 'part',
    component: () => import('./PartPage.vue'),
    meta: { title: 'stock.part', need: 'parts:view' },
  },
  {
    path: '/stock-tasks',
    name: 'stock-tasks',
    component: () => import('./TasksPage.vue'),
    meta: { title: 'stock.tasks', need: 'stock-reservations:view' },
  },
  {
    path: '/stock-counts',
    name: 'stock-counts',
    component: () => import('./CountsPage.vue'),
    meta: { title: 'stock.counts', need: 'stock-counts:view' },
  },
  {
    path: '/stock-counts/:id',
    name: 'stock-count',
    component: () => import('./CountPage.vue'),
    meta: { title: 'stock.count', need: 'stock-counts:view' },
  },
]
