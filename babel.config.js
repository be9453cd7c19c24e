// NutUI 3 imports no CSS by itself: bring each used component's own.
const nutui = "@nutui/nutui-react-taro";
module.exports = {
  presets: [["taro", { framework: "react", ts: true, compiler: "webpack5" }]],
  plugins: [
    [
      "import",
      {
        libraryName: nutui,
        camel2DashComponentName: false,
        customName: (name) => `${nutui}/dist/es/packages/${name.toLowerCase()}`,
        style: (file) => `${file}/style/css`,
      },
      "nutui",
    ],
  ],
};
