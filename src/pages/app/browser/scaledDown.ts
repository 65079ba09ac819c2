/** As large as the city keeps a photo (src/reports/photos/model.ts). */
const LONGEST_SIDE = 2560
const QUALITY = 0.85

/**
 * A photo as it is sent: upright, its longest side 2560 pixels at most, JPEG, without what the camera noted (place, device, time),
 * because it is drawn anew. What this browser cannot read stays as it is: the city says what is wrong with it.
 */
export async function scaledDown(file: File): Promise<File> {
  const picture = await read(file)
  if (!picture) return file
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return file
  // What is transparent in a PNG would be black in a JPEG.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return blob ? new File([blob], `${file.name.replace(/\.\w{1,5}$/, '')}.jpg`, { type: 'image/jpeg' }) : file
}

async function read(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (error) {
    // No picture, or one that this browser does not know.
    if (error instanceof DOMException) return null
    throw error
  }
}
