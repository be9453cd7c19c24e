export default definePageConfig({ navigationBarTitleText: "进入销励" });
