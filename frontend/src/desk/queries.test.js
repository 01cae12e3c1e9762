import { expect, it } from 'vitest'
import { resourceOf } from './queries.js'

it.each([
  ['service_request', 'service-requests'],
  ['work_order', 'work-orders'],
  ['follow_up', 'follow-ups'],
  ['follow-up', 'follow-ups'],
  ['category', 'categories'],
])('facts about %s make %s old', (subject, resource) => expect(resourceOf(subject)).toBe(resource))
