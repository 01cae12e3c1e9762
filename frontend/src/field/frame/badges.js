import { reactive } from 'vue'

/** A number on a tab, by its path: what is still held on the phone, for one. */
export const badges = reactive(/** @type {Record<string, number>} */ ({}))
