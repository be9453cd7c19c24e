export default definePageConfig({
  navigationBarTitleText: "完成情况",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});
