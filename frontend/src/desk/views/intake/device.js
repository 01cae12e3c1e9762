import { api, call } from '../../../shared/api/client.js'
import { draft, live } from './state.js'

/** The device of the call, and what its customer is entitled to. */

/** @param {any} one */
export async function takeAsset(one) {
  draft.assetId = one?.id ?? ''
  if (one?.site_id) draft.siteId = one.site_id
  live.entitlement = null
  if (one) await judgeEntitlement()
}

export async function judgeEntitlement() {
  const { key, assetId: asked } = draft
  const query = {
    asset_id: asked,
    site_id: draft.siteId || undefined,
    exclusion: draft.exclusion || undefined,
  }
  const verdict = await call(
    api.GET('/api/v1/entitlements', { params: { query: /** @type {any} */ (query) } })
  )
  if (draft.key === key && draft.assetId === asked) live.entitlement = verdict
}
