import { paths } from '../../../shared/paths.js'

const PAGES = /** @type {Record<string, (id: string) => string>} */ ({
  asset: paths.asset,
  customer: paths.customer,
  service_request: paths.case,
  work_order: paths.order,
})

/** The page of what a form is about, or '' where it has none. @param {{ kind: string, id: string }} subject */
export const pageOfSubject = ({ kind, id }) => PAGES[kind]?.(id) ?? ''
