/** Longest side that leaves the phone, in points: nameplates stay readable, and a line in a basement carries it. */
const LONGEST = 2560
const LIGHT = 1_200_000

/**
 * The photo as it is sent: smaller and drawn anew, so that place and camera stay on the phone. What the browser cannot
 * draw (HEIC, PDF) goes as it is; the server makes it anew in any case.
 * @param {File} file
 * @returns {Promise<Blob>}
 */
export async function shrunk(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  let picture
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return file
  }
  try {
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    if (file.type === 'image/png' && scale === 1 && file.size < LIGHT) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return file
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const drawn = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', 0.85)
    )
    return drawn ?? file
  } finally {
    picture.close()
  }
}
