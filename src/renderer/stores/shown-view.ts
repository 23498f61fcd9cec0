// Which view the window shows, for whoever leads the user from one to another.
import { ref } from 'vue'

export type ViewName = 'train' | 'snapshots' | 'follows' | 'temperatures' | 'settings'

export function createShownView() {
  const name = ref<ViewName>('train')
  return { name, show: (view: ViewName) => void (name.value = view) }
}
