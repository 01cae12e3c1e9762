export default [
  {
    path: '/',
    name: 'today',
    component: () => import('./TodayPage.vue'),
    meta: { title: 'jobs.today', tab: { order: 1, icon: 'home' } },
  },
  {
    path: '/jobs/:id',
    name: 'job',
    component: () => import('./JobPage.vue'),
    meta: { title: 'jobs.job' },
  },
  {
    path: '/jobs/:id/device',
    name: 'job-device',
    component: () => import('./DevicePage.vue'),
    meta: { title: 'jobs.file' },
  },
]
