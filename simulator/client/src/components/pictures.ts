import { ref } from 'vue'
import { toast } from '../toasts.ts'
import { words } from '../wording.ts'

const MOST = 9
const BIGGEST = 10 * 1024 * 1024

export type Picture = Readonly<{ file: File; name: string; base64: string }>

const base64Of = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''))
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)))
    reader.readAsDataURL(file)
  })

/** Pictures chosen but not yet sent. */
export function usePictures() {
  const pictures = ref<Picture[]>([])

  async function addPictures(files: readonly File[]): Promise<void> {
    const fitting = files.filter((file) => file.size <= BIGGEST).slice(0, MOST - pictures.value.length)
    if (fitting.length < files.length) toast(words.pictureLimit, true)
    const read = await Promise.all(
      fitting.map(async (file) => ({ file, name: file.name, base64: await base64Of(file) })),
    )
    pictures.value = [...pictures.value, ...read]
  }
  const removePicture = (index: number) => pictures.value.splice(index, 1)
  const clearPictures = () => {
    pictures.value = []
  }
  return { pictures, addPictures, removePicture, clearPictures }
}
