package io.traject.reexamination.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.reexamination.ReExaminationProduct;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** For whom the product is off, its pages are not there. */
@Component
class PagesOfTheProduct implements WebMvcConfigurer, HandlerInterceptor {

    private final ReExaminationProduct product;
    private final Authorization authorization;

    PagesOfTheProduct(ReExaminationProduct product, Authorization authorization) {
        this.product = product;
        this.authorization = authorization;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/re-examinations/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (authorization.mayForOrganisation(Permission.RE_EXAMINATION_RUN) && !product.mayRun()) {
            throw new NotFoundException();
        }
        return true;
    }
}
