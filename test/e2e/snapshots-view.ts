// The snapshots view as a user meets it: the library, and an opened snapshot with its tabs, by role and name.
import type { Locator, Page } from 'playwright-core'
import { TEXTS } from './training-view.ts'

const { snapshots: WORDS, heatMap: HEAT } = TEXTS

type Tab = Exclude<keyof typeof WORDS.tabs, 'label'>

export class SnapshotsView {
  constructor(readonly page: Page) {}

  async showLibrary(): Promise<void> {
    await this.page.getByRole('button', { name: TEXTS.navigation.snapshots, exact: true }).click()
    const back = this.page.getByRole('button', { name: WORDS.back })
    if (await back.isVisible()) await back.click()
    await this.page.getByRole('heading', { name: WORDS.title }).waitFor()
  }

  /** Opens the newest snapshot with this title, or the one at an iteration, from the library. */
  async open(title: string, iteration?: string): Promise<void> {
    await this.showLibrary()
    const rows = this.page.getByRole('row').filter({ has: this.page.getByRole('button', { name: title, exact: true }) })
    const row = iteration === undefined ? rows.first() : rows.filter({ hasText: iteration }).first()
    await row.getByRole('button', { name: title, exact: true }).click()
    await this.heading(title).waitFor()
  }

  heading(title: string): Locator {
    return this.page.getByRole('heading', { name: title, exact: true })
  }

  async tab(name: Tab): Promise<void> {
    await this.page.getByRole('tab', { name: WORDS.tabs[name] }).click()
  }

  /** Shows an array, by its name in the file, in the tab of the weights. */
  async showArray(name: string): Promise<void> {
    const isMemory = name.startsWith('m')
    await this.page.getByRole('radio', { name: isMemory ? name.slice(1) : name, exact: true }).click()
    const source = isMemory ? WORDS.arrays.adagradMemory : WORDS.arrays.parameters
    await this.page.getByRole('radio', { name: source, exact: true }).click()
    await this.heatMap.and(this.page.getByLabel(`Heat-map of ${name}:`)).waitFor()
    await this.page.getByText(HEAT.exact).waitFor()
  }

  get heatMap(): Locator {
    return this.page.getByRole('group', { name: /^Heat-map/ })
  }

  /** Goes to an entry with the keys, from the array's first one, and keeps it. */
  async keepEntry(row: number, column: number): Promise<void> {
    await this.heatMap.focus()
    const press = async (key: string, times: number) => {
      for (let time = 0; time < times; time++) await this.page.keyboard.press(key)
    }
    await press('Escape', 2)
    await press('ArrowDown', 1)
    await press('PageDown', Math.floor(row / 10))
    await press('ArrowDown', row % 10)
    await press('ArrowRight', column)
    await press('Enter', 1)
  }

  get selected(): Locator {
    return this.page.getByRole('region', { name: HEAT.selected })
  }

  get written(): Locator {
    return this.page.getByRole('region', { name: WORDS.complete.text }).last()
  }

  /** Lets it write after a prompt in the tab of that; the text, with its prompt, comes bit by bit. */
  async write(prompt: string, start: keyof typeof WORDS.complete.starts): Promise<void> {
    await this.page.getByRole('textbox', { name: WORDS.complete.prompt }).fill(prompt)
    await this.page.getByRole('radio', { name: WORDS.complete.starts[start] }).click()
    await this.page.getByRole('button', { name: WORDS.complete.action, exact: true }).click()
  }
}
