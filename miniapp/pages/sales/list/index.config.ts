export default definePageConfig({
  navigationBarTitleText: "我的销售单",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});
