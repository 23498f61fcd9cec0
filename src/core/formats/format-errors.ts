// Every way in which a file can fail to be a snapshot, in both languages. `{file}` is its name, which only the caller
// knows and adds to the parameters.

/** Messages by code. `{name}` stands for a parameter of the error. */
export const FORMAT_ERROR_MESSAGES = {
  'file-truncated': {
    en: '“{file}” ends too early: its {format} data breaks off at byte {offset}. Copy or download it again.',
    zh: '“{file}”不完整：其中的 {format} 数据在第 {offset} 字节处中断。请重新复制或下载。',
  },
  'file-too-large': {
    en: '“{file}” is {mebibytes} MiB; the limit for a snapshot is {limit} MiB.',
    zh: '“{file}”有 {mebibytes} MiB，快照的上限是 {limit} MiB。',
  },
  'contents-too-large': {
    en: 'What is in “{file}” would take more than {limit} MiB of memory, the limit for a snapshot.',
    zh: '“{file}”的内容将占用超过 {limit} MiB 的内存，这是快照的上限。',
  },
  'zip-damaged': {
    en: '“{file}” is damaged: the list of what is in the archive does not make sense at byte {offset}. Copy or download it again.',
    zh: '“{file}”已损坏：压缩包的目录在第 {offset} 字节处不合规则。请重新复制或下载。',
  },
  'zip-member-damaged': {
    en: '“{file}” is damaged: “{member}” in the archive is not what was stored there. Copy or download it again.',
    zh: '“{file}”已损坏：压缩包中的“{member}”与存入时不符。请重新复制或下载。',
  },
  'zip-encrypted': {
    en: '“{member}” in “{file}” is encrypted. Save the snapshot without a password.',
    zh: '“{file}”中的“{member}”已加密。请不设密码重新保存快照。',
  },
  'zip-method-unknown': {
    en: '“{member}” in “{file}” is compressed by method {method}, which NumPy does not write. Save it with numpy.savez or numpy.savez_compressed.',
    zh: '“{file}”中的“{member}”使用了 NumPy 不会写出的压缩方法 {method}。请用 numpy.savez 或 numpy.savez_compressed 重新保存。',
  },
  'npy-malformed': {
    en: 'Array {array} in “{file}” does not begin as a .npy file does. Save it again with NumPy.',
    zh: '“{file}”中的数组 {array} 的开头不符合 .npy 格式。请用 NumPy 重新保存。',
  },
  'npy-version-unknown': {
    en: 'Array {array} in “{file}” is in .npy version {version}; versions 1.0 to 3.0 are known.',
    zh: '“{file}”中的数组 {array} 使用 .npy 版本 {version}；可读取的版本为 1.0 至 3.0。',
  },
  'npy-type-unsupported': {
    en: 'Array {array} in “{file}” is of type {type}, which is not read here. Convert it with astype(float).',
    zh: '“{file}”中的数组 {array} 的类型是 {type}，无法读取。请用 astype(float) 转换。',
  },
  'npy-length': {
    en: 'Array {array} in “{file}” has {found} bytes of data; its shape {shape} takes {expected}.',
    zh: '“{file}”中的数组 {array} 有 {found} 字节数据，而形状 {shape} 需要 {expected} 字节。',
  },
  'pickle-global-refused': {
    en: '“{file}” was not opened: it asks Python to call {name}, which no snapshot needs. A pickle can run any program, so do not open this file in Python either unless you trust who made it.',
    zh: '未打开“{file}”：它要求 Python 调用 {name}，快照并不需要它。pickle 文件可以运行任意程序，除非信任其来源，也不要在 Python 中打开它。',
  },
  'pickle-opcode-refused': {
    en: '“{file}” was not opened: it uses the pickle instruction {opcode} (at byte {offset}), which a snapshot of plain arrays does not need.',
    zh: '未打开“{file}”：它使用了 pickle 指令 {opcode}（第 {offset} 字节），纯数组的快照不需要该指令。',
  },
  'pickle-malformed': {
    en: '“{file}” is damaged: its pickle makes no sense at byte {offset} ({opcode}). Copy or download it again.',
    zh: '“{file}”已损坏：其 pickle 数据在第 {offset} 字节（{opcode}）处不合规则。请重新复制或下载。',
  },
  'pickle-type-unsupported': {
    en: '“{file}” holds an array of type {type}, which is not read here. Convert it with astype(float).',
    zh: '“{file}”中有类型为 {type} 的数组，无法读取。请用 astype(float) 转换。',
  },
  'pickle-too-long': {
    en: '“{file}” was not opened: its pickle has more than {limit} instructions, far more than a snapshot needs.',
    zh: '未打开“{file}”：其 pickle 超过 {limit} 条指令，远多于快照所需。',
  },
  'pickle-too-deep': {
    en: '“{file}” was not opened: its pickle nests values more than {limit} deep, or inside themselves.',
    zh: '未打开“{file}”：其 pickle 的嵌套超过 {limit} 层，或包含自身。',
  },
  'snapshot-kind-unknown': {
    en: '“{file}” is not a snapshot. Open a .npz that numpy.savez wrote, or a .pkl with the same arrays in a dictionary.',
    zh: '“{file}”不是快照。请打开由 numpy.savez 写出的 .npz，或以字典保存相同数组的 .pkl。',
  },
  'snapshot-single-array': {
    en: '“{file}” is a single array (.npy); a snapshot has several. Open the .npz that it belongs to.',
    zh: '“{file}”只是一个数组（.npy），而快照包含多个数组。请打开它所属的 .npz。',
  },
  'snapshot-not-dictionary': {
    en: '“{file}” holds a Python {found}; a snapshot is a dictionary of arrays.',
    zh: '“{file}”保存的是 Python 的 {found}，而快照应是由数组组成的字典。',
  },
  'snapshot-newer': {
    en: '“{file}” was saved by a newer Charscope (format {version}; this one knows {known}). Update Charscope.',
    zh: '“{file}”由更新版本的 Charscope 保存（格式 {version}，当前支持 {known}）。请更新 Charscope。',
  },
  'snapshot-array-missing': {
    en: '“{file}” has no array {array}. A snapshot needs {needed}.',
    zh: '“{file}”中缺少数组 {array}。快照需要 {needed}。',
  },
  'snapshot-not-numbers': {
    en: '{array} in “{file}” is {found}; an array of numbers of shape {expected} was expected.',
    zh: '“{file}”中的 {array} 是 {found}；应为形状 {expected} 的数值数组。',
  },
  'snapshot-shape': {
    en: '{array} in “{file}” has shape {found}; the other arrays call for {expected}.',
    zh: '“{file}”中的 {array} 形状为 {found}；按其他数组应为 {expected}。',
  },
  'snapshot-not-finite': {
    en: '{array}[{row}, {column}] in “{file}” is {found}; every entry must be a finite number.',
    zh: '“{file}”中的 {array}[{row}, {column}] 是 {found}；每个元素都必须是有限的数。',
  },
  'snapshot-negative': {
    en: '{array}[{row}, {column}] in “{file}” is {found}; a sum of squares cannot be negative.',
    zh: '“{file}”中的 {array}[{row}, {column}] 是 {found}；平方和不能为负。',
  },
  'snapshot-number': {
    en: '{array} in “{file}” is {found}; a number from {least} to {most} was expected.',
    zh: '“{file}”中的 {array} 是 {found}；应为 {least} 到 {most} 之间的数。',
  },
  'snapshot-not-text': {
    en: '{array} in “{file}” is {found}; a text was expected.',
    zh: '“{file}”中的 {array} 是 {found}；应为文本。',
  },
  'snapshot-value-kind': {
    en: '{array} in “{file}” is {found}; {expected} was expected.',
    zh: '“{file}”中的 {array} 是 {found}；应为 {expected}。',
  },
  'snapshot-vocabulary-size': {
    en: '{array} in “{file}” is for {found} characters; the arrays are for {expected}.',
    zh: '“{file}”中的 {array} 对应 {found} 个字符；而各数组对应 {expected} 个。',
  },
  'snapshot-character': {
    en: '{array} in “{file}” has {found} where one single character was expected (index {index}).',
    zh: '“{file}”中的 {array} 在下标 {index} 处是 {found}；应为单个字符。',
  },
  'snapshot-character-repeated': {
    en: '{array} in “{file}” has the character {character} twice, at {first} and {second}.',
    zh: '“{file}”中的 {array} 在 {first} 和 {second} 处重复了字符 {character}。',
  },
  'snapshot-index': {
    en: '{array} in “{file}” has the index {found}; each of 0 to {last} was expected once.',
    zh: '“{file}”中的 {array} 含有下标 {found}；0 到 {last} 应各出现一次。',
  },
  'snapshot-vocabularies-differ': {
    en: 'At index {index}, {array} in “{file}” has {found} and {other} has {expected}; they must agree.',
    zh: '“{file}”中下标 {index} 处，{array} 为 {found}，而 {other} 为 {expected}；两者必须一致。',
  },
} satisfies Record<string, Record<'en' | 'zh', string>>

export type FormatErrorCode = keyof typeof FORMAT_ERROR_MESSAGES

/** What a bad file causes. Its message is the code: the sentence is made from the table, in the reader's language. */
export class FormatError extends Error {
  readonly code: FormatErrorCode
  readonly parameters: Readonly<Record<string, string | number>>

  constructor(code: FormatErrorCode, parameters: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.parameters = parameters
  }
}
