/** Where each thing is shown on the desk; the one place that knows page addresses. */
export const paths = {
  signIn: '/sign-in',
  /** @param {string} id */
  case: (id) => `/service-requests/${id}`,
  /** @param {string} id */
  order: (id) => `/work-orders/${id}`,
  /** @param {string} id */
  customer: (id) => `/customers/${id}`,
  /** @param {string} id */
  asset: (id) => `/assets/${id}`,
  /** @param {string} id */
  followUp: (id) => `/follow-ups/${id}`,
  /** @param {string} id */
  quote: (id) => `/quotes/${id}`,
  /** @param {string} id */
  article: (id) => `/knowledge/${id}`,
  /** @param {string} id */
  consultation: (id) => `/consultations/${id}`,
  /** @param {string} id */
  priceList: (id) => `/price-lists/${id}`,
  /** @param {string} id */
  client: (id) => `/api-clients/${id}`,
  /** @param {string} id */
  webhook: (id) => `/webhooks/${id}`,
  /** @param {string} id */
  delivery: (id) => `/webhook-deliveries/${id}`,
}

/**
 * The page of a search hit.
 * @param {string} kind customer, asset, matter or order
 * @param {string} id
 */
export function pageOf(kind, id) {
  const page = {
    customer: paths.customer,
    asset: paths.asset,
    matter: paths.case,
    order: paths.order,
    article: paths.article,
  }[kind]
  return page?.(id) ?? '/'
}
