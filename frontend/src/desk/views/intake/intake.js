import { computed } from 'vue'
import { useCallLine } from '../../stores/call.js'
import { useDrafts } from '../../stores/drafts.js'
import { answer, choose, sameMatter, takeUp, unchoose } from './caller.js'
import { judgeEntitlement, takeAsset } from './device.js'
import { begin, keep, park, reset, unpark } from './keeping.js'
import { fetchCustomer, lookUp } from './lookup.js'
import { subject, useArticle } from './need.js'
import { missing, next, paid } from './next.js'
import { advance, close } from './sending.js'
import { asset, busy, draft, ended, live, match, office, problem, touched } from './state.js'

/**
 * One call from its ring to its outcome, as the cards of the page see it. Read in this order:
 * `state` what it gathers, `lookup` and `caller` who calls, `device` what with, `need` what is
 * wanted, `next` what still lacks, `sending` what the server is told, `keeping` the draft;
 * `acting` and `reading` are how they speak with the server.
 * @param {string} account whose draft is taken up
 */
export function useIntake(account) {
  const drafts = useDrafts()
  const line = useCallLine()
  begin(account)
  return {
    draft,
    live,
    office,
    busy,
    problem,
    ended,
    match,
    asset,
    touched,
    subject,
    missing,
    paid,
    next,
    savedAt: computed(() => drafts.savedAt),
    parked: computed(() => line.parked),
    keep,
    answer,
    takeUp,
    lookUp,
    fetchCustomer,
    choose,
    unchoose,
    takeAsset,
    judgeEntitlement,
    sameMatter,
    advance,
    close,
    useArticle,
    reset,
    park,
    unpark,
  }
}
