// The page for a visitor without a session: what happened and what to do, in both languages, since nothing is known of
// the visitor.
import { createHash } from 'node:crypto'

const STYLE = `:root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}
body{max-width:34rem;margin:18vh auto 0;padding:0 1.5rem}
section+section{margin-top:2.5rem}
h1{font-size:1.25rem;margin:0 0 .5rem}
code{font-family:ui-monospace,monospace}`

/** Everything else is forbidden to the page; its one style sheet is named by its hash. */
export const REFUSAL_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const REFUSAL_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Charscope</title>
<style>${STYLE}</style>
<section>
<h1>This address is not open to this browser</h1>
<p>The address of a lab works once, in the browser that opens it first. Go back to that browser: there the lab is at
this address without what follows the last slash. Or end the lab in its terminal with Ctrl+C, start it again with
<code>npm start</code>, and open the new address.</p>
</section>
<section lang="zh-CN">
<h1>此浏览器不能打开这个地址</h1>
<p>实验室的地址只能使用一次，由最先打开它的浏览器使用。请回到那个浏览器，去掉地址中最后一个斜杠之后的部分即可。
或者在终端按 Ctrl+C 结束实验室，用 <code>npm start</code> 重新启动，再打开新的地址。</p>
</section>
</html>
`
