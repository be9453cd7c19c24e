/** What the client draws for built-in tags before any style of the mini-program. */
export const baseStyle = `
html, body { margin: 0; height: 100%; }
[hidden] { display: none !important; }
wx-window { display: block; height: 100%; overflow-y: auto; overflow-x: hidden; }
wx-page { display: block; min-height: 100%; font: 16px/1.4 system-ui, "WenQuanYi Zen Hei", sans-serif; }
wx-view, wx-scroll-view, wx-form, wx-picker, wx-picker-view, wx-checkbox-group, wx-radio-group, wx-rich-text, wx-slider,
wx-swiper, wx-swiper-item, wx-cover-view, wx-navigator { display: block; }
wx-text, wx-label { display: inline; }
wx-text { white-space: pre-line; }
wx-block, wx-root-portal, wx-page-meta { display: contents; }
wx-scroll-view { width: 100%; }
wx-scroll-view[scroll-y] { overflow-y: auto; }
wx-scroll-view[scroll-x] { overflow-x: auto; }
wx-image { display: inline-block; position: relative; width: 320px; height: 240px; overflow: hidden; }
wx-image > img { width: 100%; height: 100%; object-fit: fill; }
wx-image > img[data-mode="aspectFit"] { object-fit: contain; }
wx-image > img[data-mode="aspectFill"] { object-fit: cover; }
wx-image[mode="widthFix"] { height: auto; }
wx-image > img[data-mode="widthFix"] { height: auto; }
wx-button { display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; overflow: hidden;
  border-radius: 5px; background: #f8f8f8; color: #000; font-size: 18px; line-height: 2.5556; text-align: center; }
wx-input { display: block; height: 1.4em; overflow: hidden; }
wx-textarea { display: block; width: 300px; height: 150px; }
wx-input > input, wx-textarea > textarea { box-sizing: border-box; width: 100%; height: 100%; margin: 0; padding: 0; border: 0;
  outline: none; background: transparent; color: inherit; font: inherit; text-align: inherit; resize: none; }
wx-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; }
wx-switch[data-checked] { background: #04be02; }
wx-checkbox, wx-radio, wx-icon { display: inline-block; min-width: 24px; min-height: 24px; }
wx-swiper { height: 150px; overflow: hidden; }
`;
