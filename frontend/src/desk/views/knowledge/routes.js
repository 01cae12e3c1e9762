export default [
  {
    path: '/knowledge',
    name: 'knowledge',
    component: () => import('./KnowledgePage.vue'),
    meta: {
      title: 'knowledge.title',
      need: 'knowledge-articles:view',
      nav: { group: 'support', order: 45, go: 'N', icon: 'document' },
    },
  },
  {
    path: '/knowledge/new',
    name: 'new-article',
    component: () => import('./EditorPage.vue'),
    meta: { title: 'knowledge.new', need: 'knowledge-articles:create' },
  },
  {
    path: '/knowledge/:id',
    name: 'article',
    component: () => import('./ArticlePage.vue'),
    meta: { title: 'knowledge.title', need: 'knowledge-articles:view' },
  },
  {
    path: '/knowledge/:id/edit',
    name: 'edit-article',
    component: () => import('./EditorPage.vue'),
    meta: { title: 'knowledge.edit', need: 'knowledge-articles:view' },
  },
]
