/**
 * Copies a text; where there is no clipboard (plain HTTP from another machine) the element that shows it is marked, to be
 * copied by hand.
 * @param {string} text
 * @param {HTMLElement | null} shown
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const all = document.createRange()
    if (shown) all.selectNodeContents(shown)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(all)
    return false
  }
}
