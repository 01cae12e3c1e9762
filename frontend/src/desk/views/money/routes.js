export default [
  {
    path: '/cash-handovers',
    name: 'my-money',
    component: () => import('./MyMoneyPage.vue'),
    meta: {
      title: 'till.mine',
      need: 'cash-handovers:create',
      nav: { group: 'support', order: 60, go: 'H', icon: 'person' },
    },
  },
  {
    path: '/cash-days',
    name: 'till',
    component: () => import('./TillPage.vue'),
    meta: {
      title: 'till.till',
      need: 'cash-days:view',
      nav: { group: 'support', order: 61, go: 'T', icon: 'box' },
    },
  },
  {
    path: '/receivables',
    name: 'receivables',
    component: () => import('./ReceivablesPage.vue'),
    meta: {
      title: 'till.receivables',
      need: 'receivables:view',
      nav: { group: 'support', order: 62, go: 'R', icon: 'document' },
    },
  },
]
