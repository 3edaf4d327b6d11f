package io.traject.organisation.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.ManagedMunicipalities;
import io.traject.organisation.Product;
import io.traject.organisation.ProductUse;
import io.traject.organisation.ProductUse.InUse;
import io.traject.organisation.Products;
import io.traject.organisation.SwitchProduct;
import io.traject.web.Flash;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which products a municipality has, and the switches (C9). */
@Controller
@RequestMapping("/admin/municipalities/{id}/products")
class ProductsPage {

    private final ManagedMunicipalities municipalities;
    private final Products products;
    private final SwitchProduct switchProduct;
    private final List<ProductUse> uses;
    private final Authorization authorization;

    ProductsPage(
            ManagedMunicipalities municipalities,
            Products products,
            SwitchProduct switchProduct,
            List<ProductUse> uses,
            Authorization authorization) {
        this.municipalities = municipalities;
        this.products = products;
        this.switchProduct = switchProduct;
        this.uses = uses;
        this.authorization = authorization;
    }

    /** A product with its switch. */
    record Row(String code, boolean on, InUse use) {}

    @ModelAttribute
    void admit() {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("municipality", municipalities.get(id));
        model.addAttribute(
                "products",
                Arrays.stream(Product.values())
                        .map(product -> new Row(product.code(), products.isOn(id, product), use(id, product)))
                        .toList());
        return "organisation/products";
    }

    @PostMapping("/{product}")
    String turn(
            @PathVariable UUID id,
            @PathVariable String product,
            @RequestParam boolean on,
            RedirectAttributes redirect) {
        switchProduct.turn(id, named(product), on);
        Flash.success(
                redirect,
                on ? "organisation.products.switchedOn" : "organisation.products.switchedOff",
                municipalities.get(id).name());
        return "redirect:/admin/municipalities/" + id + "/products";
    }

    private static Product named(String code) {
        return Arrays.stream(Product.values())
                .filter(product -> product.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private InUse use(UUID municipality, Product product) {
        return uses.stream()
                .filter(use -> use.product() == product)
                .findFirst()
                .map(use -> use.at(municipality))
                .orElse(new InUse(0, 0));
    }
}
