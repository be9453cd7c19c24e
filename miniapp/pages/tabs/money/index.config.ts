export default definePageConfig({
  navigationBarTitleText: "收入",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});
