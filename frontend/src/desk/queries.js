import { QueryClient } from '@tanstack/vue-query'
import { onFact } from '../shared/api/live.js'
import { Problem } from '../shared/problems.js'

/**
 * Query keys are `[resource, 'list', filters]` and `[resource, id, …]` with the resource as in the
 * address (`work-orders`), so that a fact can name what it makes old.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (count, error) => count < 2 && error instanceof Problem && error.status === 0,
      refetchOnWindowFocus: true,
    },
  },
})

/** `service_request` or `work-order` → `service-requests` @param {string} subject */
export function resourceOf(subject) {
  const name = subject.replace(/_/g, '-')
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`
}

/** Marks old what one fact touches: the thing itself, every list of it, and its case. */
onFact((fact) => {
  const resource = resourceOf(fact.subject)
  queryClient.invalidateQueries({ queryKey: [resource, fact.subject_id] })
  queryClient.invalidateQueries({ queryKey: [resource, 'list'] })
  // What people hold and what the day's books say follow from payments and slips.
  if (['payments', 'cash-handovers', 'refunds'].includes(resource))
    for (const follows of ['cash-handovers', 'cash-days'])
      queryClient.invalidateQueries({ queryKey: [follows] })
  // Who is out with what follows from jobs, phones and what they sent.
  if (['work-orders', 'devices', 'held-commands', 'conflicts'].includes(resource))
    queryClient.invalidateQueries({ queryKey: ['field', 'crew'] })
  if (fact.case_id) {
    queryClient.invalidateQueries({ queryKey: ['service-requests', fact.case_id] })
    if (resource !== 'service-requests')
      queryClient.invalidateQueries({ queryKey: ['service-requests', 'list'] })
  }
  if (fact.case_id || resource === 'bookings')
    queryClient.invalidateQueries({ queryKey: ['bookings'] })
})
