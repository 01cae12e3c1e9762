const component = () => import('./FollowUpsPage.vue')

export default [
  {
    path: '/follow-ups',
    name: 'follow-ups',
    component,
    meta: {
      title: 'followups.title',
      need: 'follow-ups:view',
      startFor: ['follow_up_specialist'],
      nav: { group: 'aftercare', order: 40, go: 'F', icon: 'note' },
    },
  },
  {
    path: '/follow-ups/:id',
    name: 'follow-up',
    component,
    meta: { title: 'followups.title', need: 'follow-ups:view' },
  },
]
