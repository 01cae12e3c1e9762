export default [
  {
    path: '/entries',
    name: 'entries',
    component: () => import('./EntriesPage.vue'),
    meta: {
      title: 'papers.title',
      need: 'entries:view',
      nav: { group: 'support', order: 60, icon: 'list' },
    },
  },
  {
    path: '/entries/:id',
    name: 'entry',
    component: () => import('./EntryPage.vue'),
    meta: { title: 'papers.entry', need: 'entries:view' },
  },
  {
    path: '/templates',
    name: 'templates',
    component: () => import('./TemplatesPage.vue'),
    meta: { title: 'papers.templates', need: 'templates:view' },
  },
  {
    path: '/templates/new',
    name: 'new-template',
    component: () => import('./BuilderPage.vue'),
    meta: { title: 'papers.new_template', need: 'templates:create' },
  },
  {
    path: '/templates/:id',
    name: 'template',
    component: () => import('./BuilderPage.vue'),
    meta: { title: 'papers.template', need: 'templates:view' },
  },
]
