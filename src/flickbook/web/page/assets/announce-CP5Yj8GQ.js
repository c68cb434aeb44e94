import{r as a}from"./naming-Ccy3L5Fw.js";const o=a("");function r(n){o.value=n}export{r as a,o as b};
