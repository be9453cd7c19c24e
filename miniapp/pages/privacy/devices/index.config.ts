export default definePageConfig({
  navigationBarTitleText: "我的设备",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});
