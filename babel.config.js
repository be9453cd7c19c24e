// hot: npm run dev loads the page again after an edit; nothing of it is replaced in place.
module.exports = { presets: [["taro", { framework: "react", ts: true, compiler: "webpack5", hot: false }]] };
