export default [
  {
    path: '/appointments',
    name: 'appointments',
    component: () => import('./AppointmentsPage.vue'),
    meta: {
      title: 'appointments.title',
      need: 'appointments:view',
      nav: { group: 'dispatch', order: 30, icon: 'clock' },
    },
  },
]
