// The views of the window, in the order of the navigation: one table for the entries and for what they show.
import type { Component } from 'vue'
import type { IconName } from './components/shell/icons.ts'
import TrainView from './views/TrainView.vue'

export interface ViewEntry {
  /** The entry's name is the message `navigation.<name>`. */
  name: 'train'
  icon: IconName
  component: Component
}

export const VIEWS: readonly ViewEntry[] = [{ name: 'train', icon: 'curve', component: TrainView }]
