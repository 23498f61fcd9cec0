// Where a window begins: it makes the lab's client, the stores over it and the translations, and mounts the shell, or in
// a pane's own window that pane.
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n.ts'
import { connectToLab } from './lab/client.ts'
import PaneApp from './PaneApp.vue'
import { createStores, STORES } from './stores/stores.ts'

const stores = createStores(connectToLab())
/** Set in a window that shows one pane of a comparison alone. */
const paneId = new URLSearchParams(window.location.search).get('pane')

const app = paneId === null ? createApp(App) : createApp(PaneApp, { paneId })
app.use(i18n).provide(STORES, stores).mount('#app')
await (paneId === null ? stores.load() : stores.loadPane())
// For scripts/measuring/start-up.mjs.
performance.mark('charscope:ready')
