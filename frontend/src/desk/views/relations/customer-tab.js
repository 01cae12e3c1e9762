/** How a customer stands, the words spoken with him, and the messages to him. */
export default [
  {
    value: 'relation',
    order: 5,
    title: 'relations.standing',
    need: 'customers:view',
    component: () => import('./Standing.vue'),
  },
  {
    value: 'contacts',
    order: 6,
    title: 'relations.contacts',
    need: 'customer-contacts:view',
    component: () => import('./ContactLog.vue'),
  },
  {
    value: 'care',
    order: 7,
    title: 'relations.care',
    need: 'care-messages:view',
    component: () => import('./CareMessages.vue'),
  },
]
