import { h } from 'vue'

/**
 * The tab of files on a page of another room.
 * @param {string} kind table of what the page shows
 * @returns {import('../../parts/tabs.js').Tab}
 */
export const filesTab = (kind) => ({
  value: 'files',
  order: 40,
  title: 'attachments.title',
  component: async () => {
    const { default: Panel } = await import('./AttachmentsPanel.vue')
    const shown = (/** @type {{ it: any }} */ { it }) => h(Panel, { kind, of: it.id })
    shown.props = ['it']
    return shown
  },
})
