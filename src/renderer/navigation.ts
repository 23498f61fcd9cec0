// The views of the window, in the order of the navigation: one table for the entries and for what they show.
import type { Component } from 'vue'
import type { IconName } from './components/shell/icons.ts'
import type { ViewName } from './stores/shown-view.ts'
import type { Stores } from './stores/stores.ts'
import FollowsView from './views/FollowsView.vue'
import SettingsView from './views/SettingsView.vue'
import SnapshotsView from './views/SnapshotsView.vue'
import TemperaturesView from './views/TemperaturesView.vue'
import TrainView from './views/TrainView.vue'

export interface ViewEntry {
  /** The entry's name is the message `navigation.<name>`. */
  name: ViewName
  icon: IconName
  component: Component
  /** How many things the view holds, where that is worth knowing from elsewhere. */
  count?: (stores: Stores) => number
}

export const VIEWS: readonly ViewEntry[] = [
  { name: 'train', icon: 'curve', component: TrainView },
  { name: 'snapshots', icon: 'layers', component: SnapshotsView, count: ({ snapshots }) => snapshots.count.value },
  { name: 'follows', icon: 'colon', component: FollowsView },
  { name: 'temperatures', icon: 'thermometer', component: TemperaturesView },
  { name: 'settings', icon: 'sliders', component: SettingsView },
]
