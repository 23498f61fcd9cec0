// Where the window begins: it makes the lab's client, the stores over it and the translations, and mounts the shell.
import './lab/without-code-generation.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n.ts'
import { connectToLab } from './lab/client.ts'
import { createStores, STORES } from './stores/stores.ts'

const stores = createStores(connectToLab())

createApp(App).use(i18n).provide(STORES, stores).mount('#app')
void stores.load()
