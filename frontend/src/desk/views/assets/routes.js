export default [
  {
    path: '/assets',
    name: 'assets',
    component: () => import('./AssetsPage.vue'),
    meta: {
      title: 'files.assets',
      need: 'assets:view',
      nav: { group: 'support', order: 51, go: 'D', icon: 'box' },
    },
  },
  {
    path: '/assets/:id',
    name: 'asset',
    component: () => import('./AssetPage.vue'),
    meta: { title: 'files.asset', need: 'assets:view' },
  },
]
