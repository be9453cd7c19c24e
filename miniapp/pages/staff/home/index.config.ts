export default definePageConfig({ navigationBarTitleText: "我的销励" });
