export default definePageConfig({
  navigationBarTitleText: "我的收入",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});
