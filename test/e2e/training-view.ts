// The train view as a user meets it: its parts by role and name, its figures as they are read.
import type { Locator, Page } from 'playwright-core'
import english from '../../src/renderer/locales/en.json' with { type: 'json' }

export const TEXTS = english

export class TrainingView {
  constructor(readonly page: Page) {}

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true }).first()
  }

  /** The head of the view; the cards below it have heads of their own. */
  get header(): Locator {
    return this.page.getByRole('main').locator('header').first()
  }

  /** Its name goes on with what is chosen. */
  get textChooser(): Locator {
    return this.page.getByRole('button', { name: english.text.choose })
  }

  state(name: keyof typeof english.states): Locator {
    return this.header.getByText(english.states[name], { exact: true })
  }

  /** The text of the newest sample. */
  get sample(): Locator {
    return this.page.getByLabel(english.samples.text)
  }

  async chooseText(title: string): Promise<void> {
    await this.textChooser.click()
    await this.page.getByRole('menuitem', { name: title }).click()
  }

  async setNumber(name: 'iterations' | 'hiddenSize', value: number): Promise<void> {
    await this.page.getByRole('spinbutton', { name: english.settings[name].label, exact: true }).fill(String(value))
  }

  async start(): Promise<void> {
    await this.button(english.actions.start).click()
  }

  /** Iterations done, from the header. */
  async iteration(): Promise<number> {
    const text = (await this.header.textContent()) ?? ''
    return Number(/([\d,]+) of [\d,]+/.exec(text)?.[1]?.replaceAll(',', ''))
  }

  async waitForIteration(least: number): Promise<void> {
    const reached = (element: Element, atLeast: number): boolean => {
      const done = /([\d,]+) of [\d,]+/.exec(element.textContent ?? '')?.[1]?.replaceAll(',', '')
      return Number(done) >= atLeast
    }
    const header = await this.header.elementHandle()
    while (!(await header?.evaluate(reached, least))) await this.page.waitForTimeout(20)
  }

  /** Nats per sequence; NaN before there is one. */
  async smoothLoss(): Promise<number> {
    const row = this.page.getByRole('term').filter({ hasText: english.now.smoothLoss.label }).first()
    return Number(await row.locator('xpath=following-sibling::dd').textContent())
  }

  /**
   * Presses a button of the header and waits until the header says `expected`.
   *
   * @returns milliseconds from the click to that text, measured in the page
   */
  pressUntil(name: string, expected: string): Promise<number> {
    return this.button(name).evaluate((element, text) => {
      const header = element.closest('header')
      if (!header) throw new Error('The button is not in the header')
      return new Promise<number>((resolve) => {
        const began = performance.now()
        const observer = new MutationObserver(() => {
          if (!header.textContent?.includes(text)) return
          observer.disconnect()
          resolve(performance.now() - began)
        })
        observer.observe(header, { subtree: true, childList: true, characterData: true })
        ;(element as HTMLElement).click()
      })
    }, expected)
  }

  /** Chooses from one of the two menus below the navigation; names are in the language shown at that moment. */
  async choosePreference(menu: string, choice: string): Promise<void> {
    // Its name goes on with what is chosen.
    await this.page.getByRole('button', { name: new RegExp(`^${menu}[:：]`) }).click()
    await this.page.getByRole('menuitemradio', { name: choice, exact: true }).click()
    await this.page.getByRole('menu').waitFor({ state: 'hidden' })
  }
}
