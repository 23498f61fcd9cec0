// The browser's own file dialog as a promise.

/**
 * The file that the user chose; null when the dialog was cancelled.
 *
 * @param accept endings of files that the dialog proposes, as the attribute of that name; all when empty
 */
export function chooseFile(accept = ''): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
