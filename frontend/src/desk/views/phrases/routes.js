export default [
  {
    path: '/phrases',
    name: 'phrases',
    component: () => import('./PhrasesPage.vue'),
    meta: {
      title: 'phrases.title',
      need: 'phrases:edit',
      nav: { group: 'support', order: 46, icon: 'phone' },
    },
  },
]
