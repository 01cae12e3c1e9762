/** Parts of an order: fitted, kept, awaited, and what does not agree with the book. */
export default {
  value: 'parts',
  order: 30,
  title: 'stock.parts',
  component: () => import('./OrderParts.vue'),
  /** @param {any} it */
  count: (it) =>
    it.parts.movements.length + it.parts.reservations.length + it.parts.exceptions.length,
}
