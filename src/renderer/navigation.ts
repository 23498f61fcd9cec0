// The views of the window, in the order of the navigation: one table for the entries and for what they show.
import { defineAsyncComponent, type Component } from 'vue'
import type { IconName } from './components/shell/icons.ts'
import type { ViewName } from './stores/shown-view.ts'
import type { Stores } from './stores/stores.ts'
import TrainView from './views/TrainView.vue'

export interface ViewEntry {
  /** The entry's name is the message `navigation.<name>`. */
  name: ViewName
  icon: IconName
  component: Component
  /** How many things the view holds, where that is worth knowing from elsewhere. */
  count?: (stores: Stores) => number
}

// The window opens on the first view, and does not wait for the code of the others.
const FollowsView = defineAsyncComponent(() => import('./views/FollowsView.vue'))
const SettingsView = defineAsyncComponent(() => import('./views/SettingsView.vue'))
const SnapshotsView = defineAsyncComponent(() => import('./views/SnapshotsView.vue'))
const TemperaturesView = defineAsyncComponent(() => import('./views/TemperaturesView.vue'))

export const VIEWS: readonly ViewEntry[] = [
  { name: 'train', icon: 'curve', component: TrainView },
  { name: 'snapshots', icon: 'layers', component: SnapshotsView, count: ({ snapshots }) => snapshots.count.value },
  { name: 'follows', icon: 'colon', component: FollowsView },
  { name: 'temperatures', icon: 'thermometer', component: TemperaturesView },
  { name: 'settings', icon: 'sliders', component: SettingsView },
]
