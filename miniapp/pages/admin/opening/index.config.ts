export default definePageConfig({ navigationBarTitleText: "核对期初余额" });
